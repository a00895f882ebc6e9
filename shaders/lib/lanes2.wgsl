// Virtual columns one workgroup carries at a time.
alias Lanes = vec2f;
const LANES = 2u;
