/** A style sheet as text, which the build minifies (see `sheet` in tools/package.mjs). */
declare module '*.css' {
  const css: string;
  export default css;
}
