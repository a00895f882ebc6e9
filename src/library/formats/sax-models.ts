/**
 * Python for SAX that computes the components of our netlists, and how to use them. It is text for another program; the
 * formulas are those of {@link Netlist}.
 */
export function saxModels(): string {
  return `"""Components of the netlists in netlist.json, for SAX (https://flaport.github.io/sax/).

    import json, sax
    from models import models

    netlists = json.load(open("netlist.json"))
    circuit, info = sax.circuit(netlists["layer_1"], models)
    s = circuit()              # s["in0", "out3"] is the amplitude from waveguide 0 to waveguide 3

64-bit numbers need jax.config.update("jax_enable_x64", True) before anything else.
"""

import jax.numpy as jnp
import sax


def coupler(coupling=0.5):
    bar = (1 - coupling) ** 0.5
    cross = 1j * coupling**0.5
    return sax.reciprocal(
        {
            ("in0", "out0"): bar,
            ("in0", "out1"): cross,
            ("in1", "out0"): cross,
            ("in1", "out1"): bar,
        }
    )


def phase_shifter(phase=0.0):
    return sax.reciprocal({("in0", "out0"): jnp.exp(1j * phase)})


def attenuator(transmission=1.0):
    return sax.reciprocal({("in0", "out0"): jnp.asarray(transmission, dtype=complex)})


models = {"coupler": coupler, "phase_shifter": phase_shifter, "attenuator": attenuator}
`;
}
