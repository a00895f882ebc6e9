/** The address of a script that is built for a thread of its own, such as the audio thread. */
declare module '*?worker&url' {
  const url: string;
  export { url as default };
}
