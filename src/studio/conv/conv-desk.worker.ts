import * as Comlink from 'comlink';
import { ConvDesk } from './conv-desk';

Comlink.expose(new ConvDesk());
