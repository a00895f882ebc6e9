import { describeConvConformance } from '../conv-conformance.testing';
import { wasmBackend } from './backend';
import { compileInNode } from './kernels.fixture';

describeConvConformance('WASM', async () => wasmBackend(await compileInNode()));
