namespace ProfileSchema.Client.Replies;

/// <summary>Where an element stands in a reply. Names are local names: namespaces tell nothing here.</summary>
/// <param name="Depth">0 for a root.</param>
/// <param name="Parent">Empty for a root.</param>
internal readonly record struct ReplyPath(int Depth, string Parent, string Name);
