/** What browsers do with passkeys (Web Authentication, level 3). */

/** Why the browser came back without one: the user or the time ended it, the device has one, or the page is at the wrong address. */
export type PasskeyFailureKind = 'cancelled' | 'exists' | 'address';

export class PasskeyFailure extends Error {
  readonly kind: PasskeyFailureKind;

  constructor(kind: PasskeyFailureKind, options?: ErrorOptions) {
    super(`passkey: ${kind}`, options);
    this.kind = kind;
  }
}

/** Whether passkeys work here, or what is in the way: they belong to names, not to numeric addresses. */
export function passkeySupport(): 'works' | 'wrongAddress' | 'tooOld' {
  const { hostname } = location;
  if (!window.isSecureContext || /^[\d.]+$/.test(hostname) || hostname.startsWith('['))
    return 'wrongAddress';
  // Older browsers lack it, whatever the types say.
  const { PublicKeyCredential: api } = window as {
    PublicKeyCredential?: Partial<typeof PublicKeyCredential>;
  };
  return api?.parseRequestOptionsFromJSON ? 'works' : 'tooOld';
}

/** Has a device make a passkey; what comes back goes to the platform as it is. */
export function makePasskey(options: object): Promise<object> {
  return answered(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );
}

/** Has a device sign in; what comes back goes to the platform as it is. */
export function askForPasskey(options: object): Promise<object> {
  return answered(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  );
}

async function answered(ask: () => Promise<Credential | null>): Promise<object> {
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential.toJSON();
  } catch (error) {
    throw new PasskeyFailure(kindOf(error), { cause: error });
  }
  throw new PasskeyFailure('cancelled');
}

function kindOf(error: unknown): PasskeyFailureKind {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'InvalidStateError') return 'exists';
  return name === 'SecurityError' ? 'address' : 'cancelled';
}
