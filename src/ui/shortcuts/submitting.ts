/**
 * Forms where the page may submit none: in a frame without `allow-forms` the browser drops the submission before
 * anybody hears of it. Here a form is never sent anywhere, so its event is all that is wanted of it.
 */

/** Enter in a field is a click on the button, too: the browser makes it one. */
export function submitOnClick(event: MouseEvent): void {
  const { target, defaultPrevented } = event;
  if (defaultPrevented || !(target instanceof Element)) return;
  const button = target.closest<HTMLButtonElement>('button[type=submit]');
  if (button?.form == null) return;
  event.preventDefault();
  const submit = new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button });
  button.form.dispatchEvent(submit);
}
