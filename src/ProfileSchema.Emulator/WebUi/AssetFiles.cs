using System.Security.Cryptography;
using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi;

/// <summary>The files beside the views, from this assembly: nothing is loaded from elsewhere.</summary>
internal sealed class AssetFiles
{
    private readonly Dictionary<string, Asset> _assets = new(StringComparer.Ordinal);

    public AssetFiles()
    {
        Add(Addresses.StylePath, "page.css", "text/css; charset=utf-8");
        Add(Addresses.ScriptPath, "page.js", "text/javascript; charset=utf-8");
        Add(Addresses.IconPath, "icon.svg", "image/svg+xml");
    }

    public Asset? Find(string path) => _assets.GetValueOrDefault(path);

    private void Add(string path, string name, string contentType)
    {
        using Stream stream =
            typeof(AssetFiles).Assembly.GetManifestResourceStream($"WebUi.{name}")
            ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        byte[] content = new byte[stream.Length];
        stream.ReadExactly(content);
        string tag = Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 8));
        _assets.Add(path, new Asset(content, contentType, $"\"{tag}\""));
    }
}

/// <summary>A file as it is sent.</summary>
internal sealed record Asset(byte[] Content, string ContentType, string Tag);
