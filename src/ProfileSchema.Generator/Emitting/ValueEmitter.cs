using ProfileSchema.Generator.Model;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Emits how a value is written. An element of a collection is written as a value of its own is.</summary>
/// <param name="name">The literal of the parameter's name.</param>
internal sealed class ValueEmitter(SourceWriter source, Locals locals, string name, int maxLength)
{
    private const string Enumerable = "global::System.Collections.Generic.IEnumerable<string?>";

    private string Length => Literals.LengthArgument(maxLength);

    public void Emit(ValueSpec value, string expression)
    {
        if (value is ListValue list)
        {
            EmitList(list, expression);
        }
        else if (value.Unwraps)
        {
            string local = locals.Next("value");
            source.Block($"if ({expression} is {{ }} {local})", () => source.Line(Call(value, local)));
            source.Block("else", () => source.Line($"writer.WriteNull({name});"));
        }
        else
        {
            source.Line(Call(value, expression));
        }
    }

    private string Call(ValueSpec value, string expression) =>
        value switch
        {
            PlainValue plain => $"writer.Write({name}, {expression}{(plain.TakesLength ? Length : "")});",
            FormattedValue formatted =>
                $"writer.{formatted.Method}({name}, {expression}, {Literals.Text(formatted.Format)}{Length});",
            EnumValue constants => $"{constants.WriterMethod}(ref writer, {name}, {expression});",
            FlagsValue flags =>
                $"{flags.WriterMethod}(ref writer, {name}, {expression}, {Literals.Utf8(flags.EncodedSeparator)}, {Literals.Number(maxLength)});",
            HashedValue { IsText: true } hashed =>
                $"writer.WriteHashed({name}, {expression}, {Literals.Hash(hashed.Hash)});",
            HashedValue hashed => $"writer.WriteHashed({name}, {expression}, {Literals.Text(hashed.Format)});",
            ConvertedValue converted =>
                $"writer.WriteConverted<{converted.Type}, {converted.Converter}>({name}, {(converted.IsDynamic ? $"({converted.Type})" : "")}{expression}{Length});",
            TextListValue texts =>
                $"writer.Write({name}, {(texts.Cast ? $"({Enumerable}?)" : "")}{expression}, {Literals.Utf8(texts.EncodedSeparator)}{Length});",
            var unknown => throw new InvalidOperationException($"No way to write {unknown.GetType().Name}."),
        };

    private void EmitList(ListValue list, string expression)
    {
        source.Line($"writer.BeginList({name}, {Literals.Utf8(list.EncodedSeparator)}{Length});");
        if (list.Unwraps)
        {
            string items = locals.Next("items");
            string notDefault = list.ImmutableArray is { } type ? $" and not {type} {{ IsDefault: true }}" : "";
            source.Block($"if ({expression} is {{ }} {items}{notDefault})", () => EmitElements(list, items));
        }
        else
        {
            EmitElements(list, expression);
        }

        source.Line($"writer.EndList({name});");
    }

    private void EmitElements(ListValue list, string items)
    {
        string element = locals.Next("element");
        if (list.Access is CollectionAccess.Indexed)
        {
            string index = locals.Next("index");
            source.Block(
                $"for (int {index} = 0; {index} < {items}.Count; {index}++)",
                () =>
                {
                    source.Line($"var {element} = {items}[{index}];");
                    Emit(list.Element, element);
                }
            );
            return;
        }

        source.Block($"foreach (var {element} in {Elements(list, items)})", () => Emit(list.Element, element));
    }

    private static string Elements(ListValue list, string items) =>
        list.Access switch
        {
            CollectionAccess.ListMemory => $"global::System.Runtime.InteropServices.CollectionsMarshal.AsSpan({items})",
            CollectionAccess.ImmutableMemory => $"{items}.AsSpan()",
            CollectionAccess.SegmentMemory => $"global::System.MemoryExtensions.AsSpan({items})",
            CollectionAccess.Span => $"{items}.Span",
            _ => list.CastTo is { } type ? $"(({type}){items})" : items,
        };
}
