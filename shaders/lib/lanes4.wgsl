// Virtual columns one workgroup carries at a time.
alias Lanes = vec4f;
const LANES = 4u;
