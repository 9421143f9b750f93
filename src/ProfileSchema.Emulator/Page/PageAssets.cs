using System.Security.Cryptography;
using ProfileSchema.Emulator.Page.Markup;

namespace ProfileSchema.Emulator.Page;

/// <summary>The files beside the views, from this assembly: nothing is loaded from elsewhere.</summary>
internal sealed class PageAssets
{
    private readonly Dictionary<string, Asset> _assets = new(StringComparer.Ordinal);

    public PageAssets()
    {
        Add(PageLinks.StylePath, "page.css", "text/css; charset=utf-8");
        Add(PageLinks.ScriptPath, "page.js", "text/javascript; charset=utf-8");
        Add(PageLinks.IconPath, "icon.svg", "image/svg+xml");
    }

    public Asset? Find(string path) => _assets.GetValueOrDefault(path);

    private void Add(string path, string name, string contentType)
    {
        using Stream stream =
            typeof(PageAssets).Assembly.GetManifestResourceStream($"Page.{name}")
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        string tag = Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 8));
        _assets.Add(path, new Asset(content, contentType, $"\"{tag}\""));
    }
}

/// <summary>A file as it is sent.</summary>
internal sealed record Asset(byte[] Content, string ContentType, string Tag);
