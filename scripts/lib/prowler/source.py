"""What the source of one of Prowler's test files says of its tests, by its syntax tree."""
import ast
import functools
import pathlib
import re

SERVICES = "prowler.providers.aws.services"
CHANGES = {"append", "clear", "extend", "insert", "pop", "remove", "setdefault", "update"}


@functools.lru_cache(maxsize=None)
def check_of(path):
    """The check that a test file is about: the one whose module it imports; its folder may have another name."""
    path = pathlib.Path(path)
    modules = re.findall(r"services\.\w+\.(\w+)\.\1\b", path.read_text())
    imported = [name for name in modules if not name.endswith(("_client", "_service")) and name != "lib"]
    return path.parent.name if path.parent.name in imported or not imported else imported[0]


def root(node):
    """The name that a chain of attributes, items and calls starts from, and how long the chain is."""
    length = 0
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call)):
        node = node.func if isinstance(node, ast.Call) else node.value
        length += 1
    return (node.id if isinstance(node, ast.Name) else ""), length


class Source:

    def __init__(self, path):
        self.text = pathlib.Path(path).read_text()
        tree = ast.parse(self.text)
        self.functions = {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}
        self.services = {alias.asname or alias.name for node in ast.walk(tree)
                         if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(SERVICES) for alias in node.names}
        self.classes = [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]

    @classmethod
    @functools.lru_cache(maxsize=None)
    def of(cls, path):
        return cls(path)

    def text_of(self, name):
        """A test's lines with those that decorate it or its class."""
        node = self.functions[name]
        around = [each for each in self.classes if node in each.body] + [node]
        decorators = [ast.unparse(mark) for each in around for mark in each.decorator_list]
        return "\n".join([*decorators, ast.unparse(node)])

    def fakes_only(self, name):
        text = self.text_of(name)
        return "MagicMock" in text and "mock_aws" not in text and "_make_api_call" not in text

    def edits(self, name):
        """The lines that write into Prowler's service objects: what Prowler then judges, no API says."""
        nodes = list(ast.walk(self.functions[name]))
        owned = self.service_names(nodes)
        lines = []
        for node in nodes:
            if isinstance(node, (ast.Assign, ast.Delete)):
                lines += [ast.unparse(node) for target in node.targets if self.is_part(target, owned)]
            elif isinstance(node, ast.AugAssign) and self.is_part(node.target, owned):
                lines.append(ast.unparse(node))
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                within = node.func.attr in CHANGES and self.is_part(node.func.value, owned)
                replaced = ast.unparse(node.func).endswith("patch.object") and node.args and root(node.args[0])[0] in owned
                lines += [ast.unparse(node)] if within or replaced else []
        return [line[:160] for line in lines]

    def service_names(self, nodes):
        """The names that stand for a service object, or for a part of one."""
        owned = set()
        for node in nodes:
            if isinstance(node, ast.With):
                owned |= {item.optional_vars.id for item in node.items if isinstance(item.optional_vars, ast.Name)
                          and "_client" in ast.unparse(item.context_expr)}
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and root(node.value.func)[0] in self.services:
                owned |= {target.id for target in node.targets if isinstance(target, ast.Name) and target.id not in ("check", "result")}
        for node in nodes:
            if isinstance(node, ast.Assign) and root(node.value)[0] in owned and not isinstance(node.value, ast.Call):
                owned |= {target.id for target in node.targets if isinstance(target, ast.Name)}
        return owned

    @staticmethod
    def is_part(node, owned):
        name, length = root(node)
        return length > 0 and name in owned
