import { describeConformance } from '../conformance.testing';
import { createReferenceBackend } from './backend';

describeConformance('The reference', () => Promise.resolve(createReferenceBackend()));
