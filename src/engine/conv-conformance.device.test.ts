import { describeConvConformance } from './conv-conformance.testing';
import { createReferenceBackend } from './reference/backend';

describeConvConformance('The reference', () => Promise.resolve(createReferenceBackend()));
