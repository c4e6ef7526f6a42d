// The editor of a form: the line to which a question folds, and the way from a finding to a question that is folded.
(() => {
  const LONGEST = 48;

  const short = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

  function summary(block, told) {
    const value = (name) => block.childBlocks[name]?.getValue();
    const after = block.childBlocks.shown_if?.childBlocks.question.getValue();
    return [
      short(value('label') || ''),
      value('sensitive') ? told.sensitive : value('required') ? told.required : told.optional,
      after ? told.after.replace('QUESTION', short(after)) : '',
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** Opens every panel around an element, and its own. */
  function unfold(element) {
    for (let panel = element?.closest('[data-panel]'); panel; panel = panel.parentElement.closest('[data-panel]')) {
      const toggle = panel.querySelector('[data-panel-toggle]');
      if (toggle?.getAttribute('aria-expanded') === 'false') toggle.click();
    }
  }

  class Question extends window.wagtailStreamField.blocks.StructBlockDefinition {
    render(...given) {
      const block = super.render(...given);
      const { told } = this.meta;
      const setError = block.setError.bind(block);
      block.getTextLabel = () => summary(block, told);
      block.setError = (error) => {
        setError(error);
        if (error) unfold(block.childBlocks.label.element || block.container?.[0]);
      };
      return block;
    }
  }

  window.telepath.register('programs.forms.Question', Question);

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.portal-findings a[href^="#block-"]');
    if (link) unfold(document.querySelector(link.getAttribute('href')));
  });
})();
