import * as ort from 'onnxruntime-web';
import { expect, it } from 'vitest';
