using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ProfileSchema.Emulator;

/// <summary>The way of a call: received, judged, answered, recorded, replied to; in this order.</summary>
internal sealed class CallPipeline(
    TargetEmulatorOptions options,
    AccountDirectory accounts,
    CallLog calls,
    ViolationLog violations
)
{
    private readonly Admission _admission = new(options, accounts);

    private readonly IProfileApi[] _apis =
    [
        new SingleUpdateApi(options.SingleReplyForm),
        new BulkUpdateApi(),
        new BatchStatusApi(),
        new FetchApi(options.FetchReplyForm),
    ];

    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        var target = new RequestTarget(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        IProfileApi? api = Array.Find(_apis, candidate => candidate.Matches(target));
        ReceivedCall call = Describe(context.Request, target, api);
        try
        {
            int limit = api?.MaxBodyBytes ?? ServiceLimits.PostBodyBytes;
            await RequestBody.ReadAsync(context.Request, call, limit, aborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The sender is gone: it gets no reply, and nothing of a half body is applied.
            calls.Record(call);
            context.Abort();
            return;
        }

        Reply reply = Answer(context.Request, call, target, api);
        call.ReplyStatus = reply.Status;
        calls.Record(call);
        await reply.WriteAsync(context.Response, aborted).ConfigureAwait(false);
    }

    private Reply Answer(HttpRequest request, ReceivedCall call, RequestTarget target, IProfileApi? api)
    {
        if (!LoopbackHost.IsNamedBy(request.Host))
        {
            return Reply.Text(StatusCodes.Status421MisdirectedRequest, "The Host header names another machine.");
        }

        if (api is null)
        {
            return Reply.Text(StatusCodes.Status404NotFound, "There is no such API here.");
        }

        HeaderRules.Report(call);
        (TargetAccount? account, Reply? no) = _admission.Admit(api, call);
        return account is null ? no! : api.Answer(call, target, account);
    }

    private ReceivedCall Describe(HttpRequest request, RequestTarget target, IProfileApi? api) =>
        new(new ViolationLog(violations))
        {
            Number = calls.NextNumber(),
            ReceivedAt = options.TimeProvider.GetUtcNow(),
            Method = request.Method,
            Path = target.Path,
            RawQuery = target.RawQuery,
            Headers = request.Headers.ToDictionary(
                header => header.Key,
                header => header.Value.ToString(),
                StringComparer.OrdinalIgnoreCase
            ),
            Operation = api?.Operation ?? TargetOperation.Unknown,
            ClientCode = api?.FindClientCode(target),
        };
}
