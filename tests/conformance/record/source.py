"""The Python of a program: values, statements, classes."""


class Unsupported(Exception):
    """Nothing that is recorded."""


def value(json):
    match json:
        case None | bool() | str() | float():
            return repr(json)
        case int():
            return f"({json})"
        case list():
            return "[" + ", ".join(map(value, json)) + "]"
    ((kind, content),) = json.items()
    match kind:
        case "$tuple":
            return "(" + "".join(value(item) + ", " for item in content) + ")"
        case "$set":
            return "{" + ", ".join(map(value, content)) + "}" if content else "set()"
        case "$dict":
            return "{" + ", ".join(f"{value(key)}: {value(item)}" for key, item in content) + "}"
        case "$float":
            return f"float({content!r})"
        case "$ref" | "$type":
            return content
        case "$new":
            return content["class"] + arguments(content)
        case "$auto":
            return "auto()" if content is True else f"auto({value(content)})"
        case "$member" | "$nonmember":
            return f"{kind[1:]}({value(content)})"
    raise Unsupported(kind)


def arguments(call):
    """`(1, x=2)`; a name that is none is written as `**{..}`."""
    named = [f"{name}={value(item)}" if name.isidentifier() else f"**{{{name!r}: {value(item)}}}"
             for name, item in call.get("kwargs", [])]
    return "(" + ", ".join([value(item) for item in call.get("args", [])] + named) + ")"


def keywords(pairs):
    return [f"{name}={value(item)}" for name, item in pairs]


def indented(lines):
    return ["    " + line for line in lines or ["pass"]]


def raising(error):
    kind, text = error
    return f"raise {kind}({text!r})"


def statements(items, receiver):
    lines = []
    for kind, *parts in items or []:
        match kind:
            case "log":
                lines.append("LOG(" + ", ".join(expression(part, receiver) for part in parts) + ")")
            case "set":
                lines.append(f"{receiver}.{parts[0]} = {expression(parts[1], receiver)}")
            case "del":
                lines.append(f"del {receiver}.{parts[0]}")
            case "raw_set":
                lines.append(f"object.__setattr__({receiver}, {parts[0]!r}, {expression(parts[1], receiver)})")
            case "do":
                lines.append(expression(parts[0], receiver))
            case "return":
                lines.append("return " + expression(parts[0], receiver))
            case "raise":
                lines.append(raising(parts))
            case "if":
                lines.append(f"if {expression(parts[0], receiver)}:")
                lines += indented(statements(parts[1], receiver))
            case _:
                raise Unsupported(kind)
    return lines


def expression(json, receiver):
    kind, *parts = json
    several = lambda items: ", ".join(expression(item, receiver) for item in items)
    match kind:
        case "const":
            return value(parts[0])
        case "arg":
            return parts[0]
        case "attr":
            return f"{receiver}.{parts[0]}"
        case "has":
            return f"hasattr({receiver}, {parts[0]!r})"
        case "clsname":
            return f"{receiver}.__name__" if receiver == "cls" else f"type({receiver}).__name__"
        case "add" | "mul" | "eq" | "lt":
            sign = {"add": "+", "mul": "*", "eq": "==", "lt": "<"}[kind]
            return f"({expression(parts[0], receiver)} {sign} {expression(parts[1], receiver)})"
        case "list":
            return f"[{several(parts)}]"
        case "super":
            return f"super({parts[0]}, {receiver}).{parts[1]}({several(parts[2] if len(parts) > 2 else [])})"
        case "call":
            return f"{receiver}.{parts[0]}({several(parts[1] if len(parts) > 1 else [])})"
    raise Unsupported(kind)


def function(name, params, lines, decorator=None):
    head = [f"@{decorator}"] if decorator else []
    return head + [f"def {name}({', '.join(params)}):"] + indented(lines)


def parameters(json):
    return [param if isinstance(param, str) else f"{param[0]}={value(param[1])}" for param in json or []]


def accepted(options, default):
    """Parameters by keyword, what records them, and whether any is taken."""
    names = parameters(options.get("accepts", default))
    takes_any = "*" in names
    names = [name for name in names if name != "*"]
    shown = [f"({name!r}, {name})" for name in (name.split("=")[0] for name in names)]
    pairs = "PAIRS([" + ", ".join(shown + ["*kwargs.items()"] * takes_any) + "])"
    return names + ["**kwargs"] * takes_any, pairs, takes_any


def factory(json):
    if isinstance(json, str):
        return json
    ((kind, content),) = json.items()
    match kind:
        case "fresh":
            return f"FRESH({value(content)})"
        case "counter":
            return f"COUNTER({content!r})"
        case "raise":
            return f"RAISER({content[0]}, {content[1]!r})"
    raise Unsupported(kind)


def specification(json):
    parts = [f"{name}={factory(part) if name == 'default_factory' else value(part)}" for name, part in json.items()]
    return f"field({', '.join(parts)})"


def body(items, owner):
    return [line for item in items or [] for line in body_item(item, owner)]


def body_item(item, owner):
    match item:
        case {"field": name, "type": kind, **rest}:
            kind = value(kind) if isinstance(kind, dict) else kind
            head = name if kind is None else f"{name}: {kind}"
            if "spec" in rest:
                return [f"{head} = {specification(rest['spec'])}"]
            return [f"{head} = {value(rest['default'])}" if "default" in rest else head]
        case {"attr": name, "value": given} | {"assign": name, "value": given}:
            return [f"{name} = {value(given)}"]
        case {"chain": names, "value": given}:
            return [" = ".join(names) + " = " + value(given)]
        case {"alias": name, "from": other}:
            return [f"{name} = {other}"]
        case {"delete": name}:
            return [f"del {name}"]
        case {"touch": name}:
            return [name]
        case {"descr": name, "class": kind, **rest}:
            return [f"{name} = {kind}{arguments(rest)}"]
        case {"property": _}:
            return property_item(item)
        case {"method": name, **rest}:
            kind = rest.get("kind", "plain")
            receiver = {"plain": "self", "class": "cls", "static": None}[kind]
            params = [receiver] * bool(receiver) + parameters(rest.get("params"))
            decorator = None if kind == "plain" else kind + "method"
            return function(name, params, statements(rest.get("do"), receiver), decorator)
        case {"init_subclass": options}:
            return init_subclass(options, owner)
        case {"new_hook": options}:
            made = value(options["return"]) if "return" in options else f"super({owner}, cls).__new__(cls)"
            lines = [f"LOG('new', {owner!r}, cls.__name__)", f"return {made}"]
            return function("__new__", ["cls", "*args", "**kwargs"], lines)
        case {"nested": definition}:
            return define(definition)
        case {"gnv": kind}:
            return generator(kind, item.get("gnv_static"))
    raise Unsupported(str(item))


def property_item(item):
    """The functions of a property leave no name behind."""
    name, base = item["property"], item.get("inherit")
    lines, made, names = [], f"{base}.{name}", []
    for part, params, decorator in [("get", [], "getter"), ("set", ["value"], "setter"), ("del", [], "deleter")]:
        if item.get(part) is not None:
            lines += function(f"_{part}_{name}", ["self"] + params, statements(item[part], "self"))
            names.append(f"_{part}_{name}")
            made = f"{made}.{decorator}({names[-1]})"
    if base is None:
        parts = [f"_{part}_{name}" if item.get(part) is not None else "None" for part in ("get", "set", "del")]
        made = f"property({', '.join(parts)})"
    return lines + [f"{name} = {made}"] + [f"del {name}" for name in names]


def init_subclass(options, owner):
    params, pairs, takes_any = accepted(options, [])
    log = [f"LOG('init_subclass', {owner!r}, cls.__name__, {pairs})"]
    passed = "**kwargs" if takes_any and options.get("super", "rest") == "rest" else ""
    onward = [f"super({owner}, cls).__init_subclass__({passed})"] if options.get("super") != "skip" else []
    lines = log + onward if options.get("log", "before") == "before" else onward + log
    lines += statements(options.get("do"), "cls")
    lines += [raising(options["raise"])] if options.get("raise") else []
    return function("__init_subclass__", ["cls"] + params, lines)


def generator(kind, is_static):
    lines = {
        "name": ["return name"], "lower": ["return name.lower()"], "count": ["return count"],
        "start_plus_count": ["return start + count"], "count_squared": ["return count * count"], "constant": ["return 7"],
        "last_plus_10": ["return last_values[-1] + 10 if last_values else start"],
        "raise": ["raise ValueError('no value for ' + name)"],
        "log": ["LOG('gnv', name, start, count, list(last_values))", "return count + 1"],
    }[kind]
    params = ["name", "start", "count", "last_values"]
    return function("_generate_next_value_", params, lines, "staticmethod" if is_static else None)


def define(definition):
    match definition["def"]:
        case "class":
            return class_statement(definition)
        case "value":
            return [f"{definition['name']} = {value(definition['value'])}"]
        case "metaclass":
            return metaclass(definition)
        case "descriptor":
            return descriptor(definition)
        case "namedtuple":
            parts = [value(definition.get("typename", definition["name"])), value(definition["field_names"])]
            parts += keywords((name, definition[name]) for name in ("rename", "defaults") if name in definition)
            return [f"{definition['name']} = namedtuple({', '.join(parts)})"]
        case "typed_namedtuple":
            return [f"class {definition['name']}(NamedTuple):"] + indented(body(definition.get("body"), definition["name"]))
        case "make_dataclass":
            return make_dataclass(definition)
        case "enum":
            head = ["@unique"] * bool(definition.get("unique"))
            head += [f"@verify({', '.join(definition['verify'])})"] if definition.get("verify") else []
            name = definition["name"]
            return head + [f"class {name}({', '.join(definition['bases'])}):"] + indented(body(definition.get("body"), name))
        case "enum_call":
            name = definition["name"]
            parts = [repr(name), value(definition["names"])] + keywords(definition.get("kwargs", []))
            return [f"{name} = {definition.get('base', 'Enum')}({', '.join(parts)})"]
    raise Unsupported(definition["def"])


def bases(definition):
    return "(" + "".join(base + ", " for base in definition.get("bases", [])) + ")"


def namespace(items, owner, doc=None):
    """A function that gives what a body would define."""
    lines = [f"__doc__ = {doc!r}"] * (doc is not None) + body(items, owner) + ["return dict(locals())"]
    return ["def _ns():"] + indented(lines)


def class_statement(definition):
    name, meta, given = definition["name"], definition.get("metaclass"), keywords(definition.get("kwargs", []))
    options = definition.get("dataclass")
    decorated = None if options is None else f"dataclass({', '.join(keywords(options.items()))})"
    if definition.get("via", "statement") == "statement":
        parts = definition.get("bases", []) + [f"metaclass={meta}"] * bool(meta) + given
        head = [f"@{decorated}"] * bool(decorated) + [f"class {name}({', '.join(parts)}):"]
        doc = [repr(definition["doc"])] if "doc" in definition else []
        return head + indented(doc + body(definition.get("body"), name))
    called, tail = repr(definition.get("cls_name", name)), "".join(", " + part for part in given)
    lines = namespace(definition.get("body"), name, definition.get("doc"))
    match definition["via"]:
        case "type_raw":
            lines.append(f"{name} = type({', '.join(map(value, definition['type_args']))})")
        case "type" | "meta_call" as via:
            lines.append(f"{name} = {'type' if via == 'type' else meta}({called}, {bases(definition)}, _ns(){tail})")
        case via:
            pairs = [f"'metaclass': {meta}"] * bool(meta)
            pairs += [f"{key!r}: {value(item)}" for key, item in definition.get("kwargs", [])]
            filled = {
                "new_class": "ns.update(_ns())",
                "new_class_items": "[ns.__setitem__(key, item) for key, item in _ns().items()]",
            }[via]
            lines.append(f"{name} = new_class({called}, {bases(definition)}, {{{', '.join(pairs)}}}, lambda ns: {filled})")
    return lines + ([f"{name} = {decorated}({name})"] if decorated else [])


def make_dataclass(definition):
    fields = []
    for field in definition["fields"]:
        match field:
            case str():
                fields.append(repr(field))
            case {"raw": given}:
                fields.append(value(given))
            case [name, kind]:
                fields.append(f"({name!r}, {kind})")
            case [name, kind, {"default": default}]:
                fields.append(f"({name!r}, {kind}, field(default={value(default)}))")
            case [name, kind, {"spec": spec}]:
                fields.append(f"({name!r}, {kind}, {specification(spec)})")
    name, lines = definition["name"], []
    parts = [repr(definition.get("cls_name", name)), "[" + ", ".join(fields) + "]"]
    parts += ["bases=" + bases(definition)] if "bases" in definition else []
    if "namespace" in definition:
        lines = namespace(definition["namespace"], name)
        parts.append("namespace=_ns()")
    parts += keywords((definition.get("params") or {}).items())
    return lines + [f"{name} = make_dataclass({', '.join(parts)})"]


def metaclass(definition):
    name, hooks = definition["name"], definition.get("hooks", {})
    made = {"prepare": prepare, "new": new_class, "init": init_class, "call": call_class, "mro": mro}
    lines = [line for hook, options in hooks.items() if hook in made for line in made[hook](name, options)]
    for hook, other in [("instancecheck", "obj"), ("subclasscheck", "sub")]:
        if hook in hooks:
            lines += function(f"__{hook}__", ["cls", other], statements(hooks[hook], "cls"))
    lines += body(definition.get("body"), name)
    return [f"class {name}({', '.join(definition.get('bases', ['type']))}):"] + indented(lines)


def logged(options, *lines):
    return list(lines) if options.get("log", True) else []


def ended(options):
    """A hook that fails or gives something else."""
    lines = [raising(options["raise"])] if "raise" in options else []
    return lines + (["return " + value(options["return"])] if "return" in options else [])


def prepare(name, options):
    params, pairs, takes_any = accepted(options, ["*"])
    lines = logged(options, f"LOG('prepare', {name!r}, name, NAMES(bases), {pairs})") + ended(options)
    passed = ", **kwargs" if options.get("forward", True) and takes_any else ""
    made = {
        None: f"super({name}, mcs).__prepare__(name, bases{passed})", "logging": "LoggingDict()",
        "logging_all": "LoggingAllDict()", "no_duplicates": "NoDuplicateDict()", "missing": "MissingDict()",
    }[options.get("namespace")]
    lines += [f"ns = {made}"] + [f"ns[{key!r}] = {value(item)}" for key, item in options.get("inject", [])]
    return function("__prepare__", ["mcs", "name", "bases"] + params, lines + ["return ns"], "classmethod")


def new_class(name, options):
    params, pairs, takes_any = accepted(options, ["*"])
    lines = logged(options, f"LOG('new', {name!r}, name, {pairs})") + ended(options)
    lines += [f"namespace[{key!r}] = {value(item)}" for key, item in options.get("inject", [])]
    lines += [f"namespace.pop({key!r}, None)" for key in options.get("drop", [])]
    shown = repr(options["rename"]) if "rename" in options else "name"
    names = "dict(namespace)" if options.get("copy") else "namespace"
    passed = ", **kwargs" if options.get("forward") and takes_any else ""
    lines.append(f"cls = super({name}, mcs).__new__(mcs, {shown}, bases, {names}{passed})")
    lines += [f"cls.{key} = {value(item)}" for key, item in options.get("set_after", [])]
    if options.get("names_order"):
        lines.append("cls._names = [n for n in namespace if not (n.startswith('__') and n.endswith('__'))]")
    lines += logged(options, f"LOG('new.done', {name!r}, cls.__name__)") + ["return cls"]
    return function("__new__", ["mcs", "name", "bases", "namespace"] + params, lines)


def init_class(name, options):
    params, pairs, _ = accepted(options, ["*"])
    lines = logged(options, f"LOG('init', {name!r}, cls.__name__, {pairs})") + ended(options)
    lines += [f"super({name}, cls).__init__(name, bases, namespace)"]
    lines += [f"cls.{key} = {value(item)}" for key, item in options.get("set", [])]
    return function("__init__", ["cls", "name", "bases", "namespace"] + params, lines)


def call_class(name, options):
    lines = logged(options, f"LOG('call', {name!r}, cls.__name__)") + ended(options)
    made = f"super({name}, cls).__call__(*args, **kwargs)"
    if options.get("singleton"):
        lines += ["if '_instance' not in cls.__dict__:", f"    cls._instance = {made}", "return cls._instance"]
    else:
        lines += [f"obj = {made}"] + logged(options, f"LOG('call.done', {name!r}, cls.__name__)") + ["return obj"]
    return function("__call__", ["cls", "*args", "**kwargs"], lines)


def mro(name, options):
    lines = [f"LOG('mro', {name!r}, cls.__name__)"] if options.get("log") else []
    lines += ended(options) + [f"out = super({name}, cls).mro()"]
    lines += ["out.reverse()"] if options.get("reverse") else []
    lines += [f"out.insert({options['at']}, {options['insert']})"] if "insert" in options else []
    return function("mro", ["cls"], lines + ["return out"])


def descriptor(definition):
    name = definition["name"]
    lines = function("__init__", ["self", "label=None"], ["self.label = label", "self.name = None"])
    lines += naming(name, definition.get("set_name"))
    for part, made in [("get", getting), ("set", setting), ("delete", deleting)]:
        if part in definition:
            lines += made(name, definition[part], definition)
    return [f"class {name}:"] + indented(lines)


KEY = "key = '_' + (self.name or 'unnamed')"


def recorded(definition, part, *shown):
    parts = ", ".join([repr(part), repr(definition["name"]), "self.name", *shown])
    return [f"LOG({parts})"] if definition.get("log_access", True) else []


def naming(name, option):
    lines = [f"LOG('set_name', {name!r}, name, owner.__name__)"]
    match option:
        case None:
            return []
        case "wrong_arity":
            return function("__set_name__", ["self"], [])
        case {"raise": error}:
            lines.append(raising(error))
        case "replace":
            lines.append("setattr(owner, name, 'replaced ' + name)")
        case _:
            lines.append("self.name = name")
            lines += ["setattr(owner, name + '_x', name)"] if option == "log_attrs" else []
    return function("__set_name__", ["self", "owner", "name"], lines)


def getting(name, option, definition):
    shown = "None if instance is None else type(instance).__name__", "owner.__name__"
    lines = [KEY] + recorded(definition, "get", *shown) + ["if instance is None:"]
    match definition.get("class_get", "text"):
        case "text":
            lines += indented([f"return '{name}.' + str(self.name) + ' on class ' + owner.__name__"])
        case "raise":
            lines += indented(["raise AttributeError('no class access')"])
        case {"const": given}:
            lines += indented(["return " + value(given)])
    match option:
        case "const":
            lines.append(f"return '{name}.' + str(self.name)")
        case "storage":
            lines += ["if key not in instance.__dict__:", "    raise AttributeError(self.name)"]
            lines.append("return instance.__dict__[key]")
        case {"raise": error}:
            lines.append(raising(error))
    return function("__get__", ["self", "instance", "owner=None"], lines)


def setting(_, option, definition):
    lines = [KEY] + recorded(definition, "set", "type(instance).__name__", "value")
    match option:
        case {"type": kind}:
            text = f"str(self.name) + ': expected {kind}, got ' + type(value).__name__"
            lines += [f"if not isinstance(value, {kind}):", f"    raise TypeError({text})"]
        case {"raise": error}:
            lines.append(raising(error))
    return function("__set__", ["self", "instance", "value"], lines + ["instance.__dict__[key] = value"])


def deleting(_, option, definition):
    lines = [KEY] + recorded(definition, "delete", "type(instance).__name__")
    lines.append("del instance.__dict__[key]" if option == "storage" else raising(option["raise"]))
    return function("__delete__", ["self", "instance"], lines)
