using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ProfileSchema.Emulator.Apis;
using ProfileSchema.Emulator.Calls;
using ProfileSchema.Emulator.Faults;
using ProfileSchema.Emulator.Replies;

namespace ProfileSchema.Emulator.Hosting;

/// <summary>The steps of a call, in this order: admitted, received, answered, recorded, replied to.</summary>
internal sealed class CallPipeline(EmulatorState state)
{
    private readonly RequestGate _gate = new(state.Options, state.Accounts);

    private readonly IProfileApi[] _apis =
    [
        new SingleUpdateApi(state.Options.SingleReplyForm),
        new BulkUpdateApi(state.Options),
        new BatchStatusApi(),
        new FetchApi(state.Options.FetchReplyForm),
        new DeliveryApi(),
        new AttributeListApi(),
    ];

    public async Task HandleAsync(HttpContext context)
    {
        CancellationToken aborted = context.RequestAborted;
        var target = new RequestTarget(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);
        IProfileApi? api = Array.Find(_apis, candidate => candidate.Matches(target));
        ReceivedCall call = Describe(context.Request, target, api);
        Reply reply;
        try
        {
            reply = await AnswerAsync(context.Request, call, target, api, aborted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            // The sender is gone, or a fault cuts it off: it gets no reply, and nothing of a half body is applied.
            Record(call);
            context.Abort();
            return;
        }
        finally
        {
            call.Held?.Dispose();
        }

        call.ReplyStatus = reply.Status;
        Record(call);
        await reply.WriteAsync(context.Response, state.Delays, aborted).ConfigureAwait(false);
    }

    private async Task<Reply> AnswerAsync(
        HttpRequest request,
        ReceivedCall call,
        RequestTarget target,
        IProfileApi? api,
        CancellationToken aborted
    )
    {
        // BULK-5: a call counts when it arrives, so that no fault on its way moves it into another minute.
        (TargetAccount? account, Reply? refusal) = Admit(request, call, api, target);
        if (account is null)
        {
            int drained = api?.MaxBodyBytes ?? ServiceLimits.PostBodyBytes;
            await RequestBody
                .ReadAsync(request, call, drained, () => Task.CompletedTask, aborted)
                .ConfigureAwait(false);
            return refusal!;
        }

        call.PlannedFault = state.Faults.Take(call.Operation);
        var injector = new FaultInjector(call, api!.Refuse, state.Options.TimeProvider, state.Delays);
        await injector.ReachAsync(FaultMoment.BeforeBody, aborted).ConfigureAwait(false);
        Task HalfwayAsync() => injector.ReachAsync(FaultMoment.InsideBody, aborted);
        await RequestBody.ReadAsync(request, call, api.MaxBodyBytes, HalfwayAsync, aborted).ConfigureAwait(false);
        Reply? reply = await injector.ReachAsync(FaultMoment.BeforeEffect, aborted).ConfigureAwait(false);
        if (reply is null)
        {
            reply = api.Answer(call, target, account);
            reply = await injector.ReachAsync(FaultMoment.AfterEffect, aborted).ConfigureAwait(false) ?? reply;
        }

        return injector.Distort(reply);
    }

    private (TargetAccount? Account, Reply? Refusal) Admit(
        HttpRequest request,
        ReceivedCall call,
        IProfileApi? api,
        RequestTarget target
    )
    {
        if (!LoopbackHost.IsNamedBy(request.Host))
        {
            const string Message = "The Host header contains another host.";
            return (null, Reply.Text(StatusCodes.Status421MisdirectedRequest, Message));
        }

        if (api is null)
        {
            return (null, Reply.Text(StatusCodes.Status404NotFound, "The path isn't one of the emulated APIs."));
        }

        HeaderRules.Report(call);
        return _gate.Admit(api, call, target);
    }

    private void Record(ReceivedCall call)
    {
        state.Calls.Record(call);
        if (call.Fault is { } fault)
        {
            state.Faults.CountHit(fault);
        }
    }

    private ReceivedCall Describe(HttpRequest request, RequestTarget target, IProfileApi? api) =>
        new(new ViolationLog(state.Violations))
        {
            Number = state.Calls.NextNumber(),
            ReceivedAt = state.Options.TimeProvider.GetUtcNow(),
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
