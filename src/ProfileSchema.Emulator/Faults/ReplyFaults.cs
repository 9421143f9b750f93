namespace ProfileSchema.Emulator;

/// <summary>See <see cref="Fault.Reply(ReplyFlaw)"/>.</summary>
internal sealed record FlawedReplyFault(ReplyFlaw Flaw) : Fault
{
    internal override bool Suits(TargetOperation operation) =>
        IsXml(operation) || (operation != TargetOperation.Unknown && Flaw < ReplyFlaw.UnescapedAmpersand);

    internal override Reply Distort(Reply reply) => FlawedReply.Make(reply, Flaw);

    /// <summary>Whether the replies to calls of this operation are XML.</summary>
    public static bool IsXml(TargetOperation operation) =>
        operation is TargetOperation.SingleUpdate or TargetOperation.BulkUpdate or TargetOperation.BatchStatus;
}

/// <summary>See <see cref="Fault.Reply(HostileReply)"/>.</summary>
internal sealed record HostileReplyFault(HostileReply Kind) : Fault
{
    internal override bool Suits(TargetOperation operation) =>
        FlawedReplyFault.IsXml(operation) || (operation != TargetOperation.Unknown && Kind == HostileReply.Garbage);

    internal override Reply Distort(Reply reply) => FlawedReply.Make(reply, Kind);
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
