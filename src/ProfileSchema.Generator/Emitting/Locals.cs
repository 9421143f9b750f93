using System.Globalization;

namespace ProfileSchema.Generator.Emitting;

/// <summary>Names the local variables of a method, each once.</summary>
internal sealed class Locals
{
    private int _count;

    public string Next(string role)
    {
        _count++;
        return role + _count.ToString(CultureInfo.InvariantCulture);
    }
}
