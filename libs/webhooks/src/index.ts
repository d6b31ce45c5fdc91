export { type AddressRule, readAddressRules } from './address-rule.js';
export { type AttemptOutcome, DELIVERY_ERRORS, type DeliveryError } from './attempt-outcome.js';
export {
  afterAttempts,
  disabled,
  DISABLING_REASONS,
  type DisablingReason,
  ENDPOINT_STATUSES,
  type EndpointHealth,
  type EndpointStatus,
  FAILURES_TO_OPEN,
  HEALTHY,
  mayAttempt,
  MOST_IN_FLIGHT,
} from './breaker.js';
export { checkHeaders } from './check-headers.js';
export { checkUrl, type UrlRules } from './check-url.js';
export { type FrozenMessage, toCloudEvent } from './cloud-event.js';
export type { Lookup } from './connector.js';
export { deliver, type DeliveryOptions, type DeliveryRequest } from './deliver.js';
export { createDispatcher, type DispatcherOptions } from './dispatcher.js';
export { isPublicAddress } from './public-address.js';
export {
  type FailedAttempt,
  MOST_ATTEMPTS,
  nextAttemptAt,
  readRetryAfter,
  retryDelayMs,
} from './retry.js';
export { isSecret, newSecret } from './secret.js';
export { type SignatureHeaders, type SignedMessage, signMessage } from './signature.js';
export {
  type Received,
  type ReceivedHeaders,
  type Verification,
  verifyMessage,
} from './verify-message.js';
