using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using ProfileSchema.Emulator.Hosting;
using ProfileSchema.Emulator.WebUi.Markup;
using ProfileSchema.Emulator.WebUi.Views;

namespace ProfileSchema.Emulator.WebUi;

/// <summary>
/// Serves the web UI: views of the emulator's state, rendered on request. Its requests are not calls to an API: they are not
/// recorded, not limited, and get no fault.
/// </summary>
internal sealed class WebUiServer(ViewState state)
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly AssetFiles _assets = new();

    /// <summary>Tells this emulator from the one that had the port before.</summary>
    private readonly string _instance = Stopwatch.GetTimestamp().ToString("x", CultureInfo.InvariantCulture);

    public static bool Serves(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && (
            request.Path == Addresses.Overview
            || request.Path.StartsWithSegments(Addresses.Root.TrimEnd('/'), StringComparison.Ordinal)
        );

    public Task HandleAsync(HttpContext context)
    {
        Secure(context.Response.Headers);
        if (!LoopbackHost.IsNamedBy(context.Request.Host))
        {
            return RefuseAsync(context);
        }

        return _assets.Find(context.Request.Path.Value ?? "") is { } asset
            ? SendAsync(context, asset.Tag, asset.ContentType, () => (StatusCodes.Status200OK, asset.Content))
            : SendAsync(context, $"\"{_instance}-{state.Stamp()}\"", "text/html; charset=utf-8", () => Render(context));
    }

    private (int Status, byte[] Body) Render(HttpContext context)
    {
        var request = new ViewRequest(context.Request.Query);
        View view = context.Request.Path.Value switch
        {
            Addresses.Overview => new OverviewView(state).Show(AddressOf(context)),
            Addresses.ProfilesPath => new ProfilesView(state).Show(request),
            Addresses.ProfilePath => new ProfileView(state).Show(request),
            Addresses.BatchesPath => new BatchesView(state).Show(request),
            Addresses.BatchPath => new BatchView(state).Show(request),
            Addresses.CallsPath => new CallsView(state).Show(request),
            Addresses.CallPath => new CallView(state).Show(request),
            _ => View.Missing("", "No such page", "The sections above lead to everything there is."),
        };
        return (view.Status, Frame.Around(view, state.Calls.Count).ToUtf8());
    }

    /// <summary>The address that the caller used, without the name that a Host header may write in any way.</summary>
    private static string AddressOf(HttpContext context) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{context.Connection.LocalPort}/");

    private static void Secure(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("The Host header names another machine.", context.RequestAborted);
    }

    /// <summary>Sends what is made, unless the caller has it already: then it is not even made.</summary>
    private static async Task SendAsync(
        HttpContext context,
        string tag,
        string contentType,
        Func<(int Status, byte[] Body)> make
    )
    {
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        (int status, byte[] body) = make();
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(body, context.RequestAborted).ConfigureAwait(false);
        }
    }
}
