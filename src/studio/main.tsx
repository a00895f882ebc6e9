import { startStudio } from './start';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
void startStudio(root);
