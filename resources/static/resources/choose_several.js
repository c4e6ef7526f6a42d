/* Under a list of chosen goals, activities, citations or events: a button that opens the chooser with boxes to tick and
   adds everything that is chosen. Without it entries are added one by one, as Wagtail has it. */
(() => {
  const definition = window.wagtailStreamField?.blocks?.ListBlockDefinition;
  if (!definition) return;
  const label = document.currentScript.dataset.label;
  const render = definition.prototype.render;

  const chooses = (block) => Boolean(block.widget?.chooserModalClass && block.widget.opts?.modalUrl);

  /* The chooser of a list's items, which may stand inside a structure beside a note; and an item with what was chosen. */
  function chooserOf({ childBlockDef: child, initialChildState }) {
    if (chooses(child)) return { widget: child.widget, item: (chosen) => chosen, isEmpty: (value) => !value };
    const field = child.childBlockDefs?.find(chooses);
    return field && {
      widget: field.widget,
      item: (chosen) => ({ ...initialChildState, [field.name]: chosen }),
      isEmpty: (value) => !value[field.name],
    };
  }

  function add(list, chooser, chosen) {
    list.children.forEach((child, place) => chooser.isEmpty(child.getState().value) && list.deleteBlock(place));
    chosen.forEach((each) => list.insert(chooser.item(each), list.children.length, { animate: true }));
  }

  definition.prototype.render = function renderWithButton(...given) {
    const list = render.apply(this, given);
    const chooser = chooserOf(this);
    if (chooser) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'button button-small button-secondary w-mt-4';
      button.textContent = label;
      button.addEventListener('click', () =>
        chooser.widget.openModal((chosen) => add(list, chooser, [chosen].flat()), { multiple: true }),
      );
      list.container[0].after(button);
    }
    return list;
  };
})();
