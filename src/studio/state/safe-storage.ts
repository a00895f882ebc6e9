/** Private windows may refuse storage; what is kept then lasts as long as the page. */
export function safeStorage(): Storage {
  try {
    localStorage.setItem('photonic-probe', '1');
    localStorage.removeItem('photonic-probe');
    return localStorage;
  } catch {
    const memory = new Map<string, string>();
    return {
      get length() {
        return memory.size;
      },
      clear: () => memory.clear(),
      getItem: (key) => memory.get(key) ?? null,
      key: (index) => [...memory.keys()][index] ?? null,
      removeItem: (key) => void memory.delete(key),
      setItem: (key, value) => void memory.set(key, value),
    };
  }
}
