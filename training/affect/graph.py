"""A thin writer of ONNX graphs: nodes by name, weights in eight bits where it pays."""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

OPSET = 17


def eight_bits(weights: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    """Signed bytes and a scale for each row (axis 1 reduced) or column (axis 0 reduced)."""
    scale = np.maximum(np.abs(weights).max(axis=axis, keepdims=True) / 127, 1e-9).astype(np.float32)
    return np.clip(np.round(weights / scale), -127, 127).astype(np.int8), scale


class Graph:
    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []
        self.count = 0

    def constant(self, value: np.ndarray, name: str = 'c') -> str:
        self.count += 1
        name = f'{name}_{self.count}'
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def ints(self, *values: int) -> str:
        return self.constant(np.array(values, dtype=np.int64), 'i')

    def number(self, value: float) -> str:
        return self.constant(np.array(value, dtype=np.float32), 'f')

    def add(self, kind: str, *inputs: str, outputs: int = 1, name: str | None = None, **attributes: object) -> str:
        return self.add_many(kind, *inputs, outputs=outputs, name=name, **attributes)[0]

    def add_many(self, kind: str, *inputs: str, outputs: int = 1, name: str | None = None, **attributes: object) -> list[str]:
        self.count += 1
        names = [name] if name else [f'{kind.lower()}_{self.count}_{i}' for i in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names

    def look_up(self, table: np.ndarray, ids: str, name: str) -> str:
        """Rows of a table kept in bytes, each with its own scale."""
        rows, scale = eight_bits(table, axis=1)
        picked = self.add('Cast', self.add('Gather', self.constant(rows, name), ids), to=TensorProto.FLOAT)
        return self.add('Mul', picked, self.add('Gather', self.constant(scale, f'{name}_scale'), ids))

    def quantised(self, x: str) -> list[str]:
        """Bytes, scale and zero point of what comes in, measured anew for every input."""
        return self.add_many('DynamicQuantizeLinear', x, outputs=3)

    def linear(self, x: list[str], weight: np.ndarray, bias: np.ndarray, name: str) -> str:
        """`weight` as torch keeps it, [out, in]; `x` comes from `quantised`."""
        columns, scale = eight_bits(weight.T, axis=0)
        product = self.add('MatMulInteger', x[0], self.constant(columns, name), x[2])
        product = self.add('Cast', product, to=TensorProto.FLOAT)
        both = self.add('Mul', x[1], self.constant(scale[0], f'{name}_scale'))
        return self.add('Add', self.add('Mul', product, both), self.constant(bias.astype(np.float32), f'{name}_bias'))

    def norm(self, x: str, weight: np.ndarray, bias: np.ndarray) -> str:
        return self.add('LayerNormalization', x, self.constant(weight, 'norm'), self.constant(bias, 'norm'), axis=-1, epsilon=1e-5)

    def save(self, path: str, outputs: dict[str, int]) -> None:
        inputs = [
            helper.make_tensor_value_info(name, TensorProto.INT64, ['batch', 'length'])
            for name in ('input_ids', 'attention_mask', 'tag_ids')
        ]
        results = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ['batch', size]) for name, size in outputs.items()]
        graph = helper.make_graph(self.nodes, 'attune-affect', inputs, results, self.weights)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', OPSET)], producer_name='attune')
        model.ir_version = 8
        onnx.checker.check_model(model)
        onnx.save(model, path)
