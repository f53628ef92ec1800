/** A word that any POSIX shell reads back as it was. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
