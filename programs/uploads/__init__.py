"""Files that people send with a form: taken in, kept with a draft and then with its application, handed out, removed."""
