namespace ProfileSchema.Emulator;

/// <summary>See <see cref="Fault.Reply"/>.</summary>
internal sealed record FlawedReplyFault(ReplyFlaw Flaw) : Fault
{
    internal override bool Suits(TargetOperation operation) =>
        operation is TargetOperation.SingleUpdate or TargetOperation.BulkUpdate or TargetOperation.BatchStatus
        || (
            operation is TargetOperation.Fetch or TargetOperation.Delivery or TargetOperation.ProfileAttributes
            && Flaw < ReplyFlaw.UnescapedAmpersand
        );

    internal override Reply Distort(Reply reply) => FlawedReply.Make(reply, Flaw);
}

/// <summary>See <see cref="Fault.TricklingReply"/>.</summary>
internal sealed record TricklingReplyFault(TimeSpan Pause, int PieceBytes) : Fault
{
    internal override Reply Distort(Reply reply) => reply with { Pause = Pause, PieceBytes = PieceBytes };
}

/// <summary>See <see cref="Fault.SetCookie"/>.</summary>
internal sealed record SetCookieFault(string Cookie) : Fault
{
    internal override Reply Distort(Reply reply) => reply.With("Set-Cookie", Cookie);
}
