import type { FirebaseApp } from 'firebase/app';
import { deleteApp, initializeApp } from 'firebase/app';
import {
  connectAuthEmulator,
  createUserWithEmailAndPassword,
  inMemoryPersistence,
  initializeAuth,
  signInWithEmailAndPassword,
} from 'firebase/auth';
import { connectFirestoreEmulator, initializeFirestore, setLogLevel } from 'firebase/firestore/lite';
import type { ModelSummary, SyncState } from '../../library/models/model-records';
import { newId } from '../../library/store/page-life';
import type { CloudDoor } from '../commit';
import type { SyncProblem } from './context';
import { SyncEngine } from './engine';
import { MemoryStore } from './memory-store.testing';
import { Wire } from './wire.testing';

// Cut wires and refusals are what is asked for.
setLogLevel('silent');

export const SUMMARY: ModelSummary = {
  experiment: 'Vowels',
  modes: 6,
  layers: 3,
  dataset: 'hillenbrand',
  source: 'generated',
  parameters: 90,
  step: 500,
  accuracy: 0.9,
  backend: 'wasm',
};

export interface DeviceSetting {
  readonly emulators: { readonly auth: string; readonly firestore: string };
  readonly project: string;
  readonly email: string;
  readonly name: string;
  readonly workspaces?: readonly string[];
  readonly patience?: number;
  /** Another tab of the same browser has the same library. */
  readonly store?: MemoryStore;
}

/** One browser of one person: a library, a wire that can be cut, and sync between. */
export class Device {
  readonly store: MemoryStore;
  readonly wire: Wire;
  readonly cloud: CloudDoor;
  readonly uid: string;
  readonly states = new Map<string, SyncState>();
  readonly problems: SyncProblem[] = [];
  readonly history: SyncState[] = [];
  engine: SyncEngine;
  readonly #app: FirebaseApp;
  readonly #setting: DeviceSetting;

  private constructor(setting: DeviceSetting, wire: Wire, app: FirebaseApp, cloud: CloudDoor, uid: string) {
    this.#setting = setting;
    this.store = setting.store ?? new MemoryStore();
    this.wire = wire;
    this.#app = app;
    this.cloud = cloud;
    this.uid = uid;
    this.engine = this.restart();
  }

  /** Signs the person in, with a new account if there is none of this address. */
  static async open(setting: DeviceSetting): Promise<Device> {
    const { emulators, project: projectId, email } = setting;
    const wire = await Wire.open(emulators.firestore);
    const app = initializeApp({ apiKey: 'demo', projectId }, newId());
    const auth = initializeAuth(app, { persistence: inMemoryPersistence });
    connectAuthEmulator(auth, `http://${emulators.auth}`, { disableWarnings: true });
    const firestore = initializeFirestore(app, {});
    connectFirestoreEmulator(firestore, '127.0.0.1', wire.port);
    const password = 'not a secret';
    const { user } = await signInWithEmailAndPassword(auth, email, password).catch(() =>
      createUserWithEmailAndPassword(auth, email, password),
    );
    return new Device(setting, wire, app, { auth, firestore }, user.uid);
  }

  /** As after a reload of the page: the library stays, what was in memory goes. */
  restart(): SyncEngine {
    const { name, workspaces = [], patience = 60_000 } = this.#setting;
    this.engine = new SyncEngine(
      {
        cloud: this.cloud,
        store: this.store,
        uid: this.uid,
        workspaces,
        device: name,
        now: Date.now,
        random: Math.random,
        patience,
        nameCopy: (model, device) => `${model} (from ${device})`,
      },
      {
        onStatus: () => undefined,
        onModel: (model, state) => {
          this.states.set(model, state);
          this.history.push(state);
        },
        onProblem: (problem) => this.problems.push(problem),
      },
    );
    return this.engine;
  }

  async close(): Promise<void> {
    this.engine.stop();
    await this.wire.close();
    await deleteApp(this.#app);
  }
}
