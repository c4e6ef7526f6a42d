"""A mail server for tests that can be down, refuse, and count."""

from django.core.mail.backends.base import BaseEmailBackend


class Server:
    """What every connection to it shares. `down` is raised when connecting, `refusal` when a letter is handed over."""

    def __init__(self):
        self.down = self.refusal = None
        self.opened = 0
        self.mails = []
        self.on_send = lambda mail: None


server = Server()


class Backend(BaseEmailBackend):
    connected = False

    def open(self):
        if self.connected:
            return False
        if server.down:
            raise server.down
        server.opened += 1
        self.connected = True
        return True

    def close(self):
        self.connected = False

    def send_messages(self, messages):
        for mail in messages:
            server.on_send(mail)
            if server.refusal:
                raise server.refusal
            server.mails.append(mail)
        return len(messages)
