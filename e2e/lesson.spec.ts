import { expect, test } from './test';

test('the tour is done by doing what it says', async ({ studio, page }) => {
  const { lesson } = studio;
  await studio.open('/?screen=gallery');
  await studio.gallery.lessons.getByRole('button', { name: /From one interferometer/ }).click();

  await expect(lesson.strip).toContainText('Step 1 of 5');
  await expect(lesson.strip.getByRole('heading')).toBeFocused();
  await expect(lesson.back).toBeDisabled();
  await studio.settled('ready');
  const theta = page.getByRole('textbox', { name: 'θ, internal' });
  await theta.fill('0.05');
  await theta.press('Enter');
  await expect(lesson.strip).toContainText('θ moved the light');
  await lesson.next.click();

  await expect(lesson.strip).toContainText('Step 2 of 5');
  await studio.program.set.click();
  await expect(lesson.strip).toContainText('is the Fourier matrix');
  await lesson.next.click();

  await expect(lesson.strip).toContainText('Step 3 of 5');
  await studio.settled('ready');
  await studio.player.finish();
  await expect(lesson.strip).toContainText('Learnt');
  const before = await studio.accuracy();
  await lesson.next.click();

  await expect(lesson.strip).toContainText('Step 4 of 5');
  await expect(studio.design.form.getByRole('button', { name: 'Hardware' })).toBeInViewport();
  await studio.design.unfold('Fabrication');
  await studio.design.turn('Splitter error');
  await studio.design.enter('Splitter error, rad', '0.2');
  await studio.messages
    .notice(/Other hardware/)
    .getByRole('button', { name: 'Keep the phases' })
    .click();
  await studio.settled('ready');
  await expect(lesson.strip).toContainText('Same phases, another die');
  await expect.poll(() => studio.accuracy()).toBeLessThan(before - 10);
  await lesson.next.click();

  await expect(lesson.strip).toContainText('Step 5 of 5');
  await studio.player.finish();
  await expect(lesson.strip).toContainText('The faulty chip works');
  await lesson.finish.click();
  await expect(lesson.strip).toBeHidden();
  await studio.gallery.show();
  await expect(studio.gallery.lessons).toContainText('finished');
});

test('a lesson does a step for one, is left and resumed, and never stands in the way', async ({
  studio,
  page,
}) => {
  const { lesson } = studio;
  await studio.open();
  await studio.commands.run('Take the tour');
  await expect(lesson.strip).toContainText('Step 1 of 5');
  await studio.settled('ready');
  await lesson.doIt.click();
  await expect(lesson.strip).toContainText('θ moved the light');
  await page.keyboard.press('Shift+>');
  await expect(lesson.strip).toContainText('Step 2 of 5');
  await lesson.doIt.click();
  await expect(lesson.strip).toContainText('is the Fourier matrix');
  await lesson.next.click();
  await lesson.skip.click();
  await expect(lesson.strip).toContainText('Step 4 of 5');
  await studio.settled('ready');
  await lesson.doIt.click();
  await studio.settled('ready');
  await lesson.skip.or(lesson.next).click();
  await expect(lesson.strip).toContainText('Step 5 of 5');
  await studio.player.step.click();
  await studio.settled('paused');
  await lesson.close.click();
  await expect(lesson.strip).toBeHidden();

  await page.reload();
  await studio.settled('paused');
  await expect(lesson.strip).toBeHidden();
  await studio.commands.run('Take the tour');
  await expect(lesson.strip).toContainText('Step 5 of 5');
  await lesson.back.click();
  await expect(lesson.strip).toContainText('Step 4 of 5');
});

test('on a phone the lesson stands above the part it is about', async ({ studio, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await studio.open('/?screen=gallery');
  await studio.gallery.lessons.getByRole('button', { name: /Why depth/ }).click();
  await expect(studio.lesson.strip).toContainText('Step 1 of 3');
  await studio.settled('ready');
  await studio.player.train.click();
  await studio.settled('finished');
  await expect(studio.lesson.strip).toContainText('As far as one matrix gets');
  await studio.lesson.next.click();
  await expect(page.getByRole('tab', { name: 'Design', selected: true })).toBeVisible();
  await studio.lesson.doIt.click();
  await expect(studio.lesson.strip).toContainText('no longer one matrix');
});
