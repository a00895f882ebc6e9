/**
 * The value of what a person types as a number: decimals, π, the four operations, parentheses. "pi/4", "2π − 0.1",
 * "3(1 + 2)". Undefined for anything else, and for what is not finite.
 */
export function evaluate(text: string): number | undefined {
  const tokens = tokensOf(text);
  if (tokens === undefined || tokens.length === 0) return undefined;
  const reader = new Reader(tokens);
  const value = reader.sum();
  return reader.isAtEnd && value !== undefined && Number.isFinite(value) ? value : undefined;
}

type Token = number | '+' | '-' | '*' | '/' | '(' | ')';

const TOKEN = /\s*(?:(\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?)|(π|pi)|([+\-*/()]))/giy;

function tokensOf(text: string): readonly Token[] | undefined {
  const plain = withPoint(text).replace(/[−–]/g, '-').replace(/[×·⋅]/g, '*').replace(/÷/g, '/').trimEnd();
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < plain.length) {
    const match = TOKEN.exec(plain);
    if (match === null) return undefined;
    const [, number, pi, sign] = match;
    tokens.push(number === undefined ? (pi === undefined ? (sign as Token) : Math.PI) : Number(number));
  }
  return tokens;
}

/** "60,000" as the studio writes it, "0,5" as half of Europe does. */
function withPoint(text: string): string {
  const trimmed = text.trim();
  if (/^[+-]?[1-9]\d{0,2}(,\d{3})+(\.\d*)?$/.test(trimmed)) return trimmed.replaceAll(',', '');
  return trimmed.replace(/(\d),(\d)/, '$1.$2');
}

/** Sums of products of signed atoms, read from left to right. */
class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  sum(): number | undefined {
    let value = this.#product();
    while (value !== undefined) {
      if (this.#take('+')) value = both(value, this.#product(), (a, b) => a + b);
      else if (this.#take('-')) value = both(value, this.#product(), (a, b) => a - b);
      else break;
    }
    return value;
  }

  #product(): number | undefined {
    let value = this.#signed();
    while (value !== undefined) {
      if (this.#take('*')) value = both(value, this.#signed(), (a, b) => a * b);
      else if (this.#take('/')) value = both(value, this.#signed(), (a, b) => a / b);
      // "0.25π" and "2(1 + 3)": side by side is a product, but "1 2" is a slip of the hand.
      else if (this.#continues()) value = both(value, this.#atom(), (a, b) => a * b);
      else break;
    }
    return value;
  }

  #signed(): number | undefined {
    if (this.#take('-')) {
      const value = this.#signed();
      return value === undefined ? undefined : -value;
    }
    return this.#take('+') ? this.#signed() : this.#atom();
  }

  #atom(): number | undefined {
    const token = this.#tokens[this.#at];
    if (typeof token === 'number') {
      this.#at++;
      return token;
    }
    if (!this.#take('(')) return undefined;
    const value = this.sum();
    return this.#take(')') ? value : undefined;
  }

  #continues(): boolean {
    const next = this.#tokens[this.#at];
    return next === '(' || next === Math.PI;
  }

  #take(token: Token): boolean {
    if (this.#tokens[this.#at] !== token) return false;
    this.#at++;
    return true;
  }
}

function both(a: number, b: number | undefined, make: (a: number, b: number) => number): number | undefined {
  return b === undefined ? undefined : make(a, b);
}
