/** Hands the microphone's samples to the page, a piece at a time. Runs on the audio thread. */

/** Samples a message: about 20 ms. */
const PIECE = 1024;

declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: typeof AudioWorkletProcessor): void;

class Recorder extends AudioWorkletProcessor {
  #piece = new Float32Array(PIECE);
  #filled = 0;

  process([channels]: readonly (readonly Float32Array[])[]): boolean {
    const samples = channels?.[0];
    // Without an input there is nothing to record yet.
    if (samples === undefined) return true;
    for (const sample of samples) {
      this.#piece[this.#filled++] = sample;
      if (this.#filled < PIECE) continue;
      this.port.postMessage(this.#piece, [this.#piece.buffer]);
      this.#piece = new Float32Array(PIECE);
      this.#filled = 0;
    }
    return true;
  }
}

registerProcessor('recorder', Recorder);
