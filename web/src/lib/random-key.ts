/** 128 random bits as hex. `crypto.randomUUID` is missing where the page is served over plain HTTP, as in many classrooms. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
