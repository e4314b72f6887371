import { createPublicKey, sign, verify, X509Certificate } from "node:crypto";

/**
 * Signature of a file, kept in a file beside it: RSA with PKCS #1 v1.5 padding over SHA-256, in base64. Windows
 * PowerShell 5.1 makes and checks it with the certificates it has: `GetRSAPrivateKey($certificate).SignData(...)`.
 *
 * @param privateKey In PEM, not encrypted; it is used and not kept.
 */
export function signDetached(content: Uint8Array, privateKey: string): string {
  return sign("sha256", content, privateKey).toString("base64");
}

/**
 * Whether a signature was made by whom a certificate, or a public key, in PEM names. False as well for what is no
 * signature at all.
 */
export function isSignedBy(content: Uint8Array, signature: string, certificate: string): boolean {
  const text = signature.trim();
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return false;
  return verify("sha256", content, publicKeyOf(certificate), Buffer.from(text, "base64"));
}

/** @throws Error when the text is neither certificate nor key. */
function publicKeyOf(pem: string) {
  return pem.includes("BEGIN CERTIFICATE")
    ? new X509Certificate(pem).publicKey
    : createPublicKey(pem);
}
