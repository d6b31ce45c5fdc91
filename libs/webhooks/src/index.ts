export {
  type SignatureHeaders,
  type SignedMessage,
  signMessage,
  type Verification,
  verifyMessage,
} from './signature.js';
