/**
 * A test for names: `*` stands for any characters, `{a,b}` for one of the alternatives (which may nest);
 * everything else is literal. The whole name must match.
 * @param {string} glob
 * @returns {(name: string) => boolean}
 * @throws {Error} when the braces do not pair up
 */
export function globMatcher(glob) {
  let source = '';
  let depth = 0;
  for (const character of glob) {
    if (character === '*') source += '.*';
    else if (character === '{') {
      depth += 1;
      source += '(?:';
    } else if (character === '}') {
      depth -= 1;
      if (depth < 0) break;
      source += ')';
    } else if (character === ',' && depth > 0) source += '|';
    else source += character.replace(/[\\^$.|?+()[\]/-]/g, '\\$&');
  }
  if (depth !== 0) throw new Error(`The braces in "${glob}" do not pair up.`);
  const pattern = new RegExp(`^${source}$`, 's');
  return (name) => pattern.test(name);
}
