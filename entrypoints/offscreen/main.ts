/** Chrome's place for the model: a service worker may have no worker of its own, a document may (lib/affect-host.ts). */
import { keepModelHere } from '../../lib/affect-here.ts';
import { isOwnPage, onMessage } from '../../lib/messaging.ts';

const model = keepModelHere();

onMessage('readAffect', ({ data, sender }) => {
  if (!isOwnPage(sender)) throw new Error('Not for pages.');
  return model.read(data);
});
