import * as Comlink from 'comlink';
import { createOpfsStore } from './checkpoint-store';

Comlink.expose(createOpfsStore(3));
