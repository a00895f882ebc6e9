import { describeConvConformance } from './conv-conformance.testing';
import { createReferenceBackend } from './reference/backend';
import { createWasmBackend } from './wasm/backend';

describeConvConformance('The reference', () => Promise.resolve(createReferenceBackend()));

describeConvConformance('WASM', createWasmBackend);
