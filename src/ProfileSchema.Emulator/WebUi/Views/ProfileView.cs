using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>One profile: its ids, and its attributes with what set them.</summary>
internal sealed class ProfileView(ViewState state)
{
    public View Show(ViewRequest request)
    {
        StoredProfile? profile = state.Choose(request.Account)?.FindProfile(TargetId.PcId(request.PcId ?? ""));
        if (profile is null)
        {
            const string Advice = "No profile of this account has that id. Look for it among the profiles.";
            return View.Missing(Addresses.ProfilesPath, "No such profile", Advice);
        }

        string clientCode = state.Choose(request.Account)!.ClientCode;
        int page = Paging.Clamp(request.Page, profile.Attributes.Count);
        Html body = Facts(profile, clientCode);
        body.Add($"<h2>Attributes</h2><p class=\"hint\">In Target they appear as <code>profile.NAME</code>.</p>");
        body.Add($"{Attributes(profile, page)}");
        string Address(int to) => Addresses.Profile(clientCode, profile.PcId, to);
        body.Add($"{Paging.Links(page, profile.Attributes.Count, "attributes", Address)}");
        return new View("Profile", Addresses.ProfilesPath, body)
        {
            Heading = Html.Of($"Profile {VisibleText.Preview(profile.ThirdPartyId ?? profile.PcId)}"),
            Back = Components.Link(Addresses.Profiles(clientCode), Html.Of($"Profiles of {clientCode}")),
        };
    }

    private Html Facts(StoredProfile profile, string clientCode)
    {
        var html = Html.Of($"<dl class=\"facts\">");
        html.Add($"<div><dt>Customer’s id</dt><dd>{Id(profile.ThirdPartyId)}</dd></div>");
        html.Add($"<div><dt>Target’s id</dt><dd>{Id(profile.PcId)}</dd></div>");
        html.Add($"<div><dt>Experience Cloud id</dt><dd>{Id(profile.ExperienceCloudId)}</dd></div>");
        html.Add($"<div><dt>Account</dt><dd>{Components.Client(clientCode)}</dd></div>");
        return html.Add($"<div><dt>Last change</dt><dd>{state.Timestamps.Of(profile.ModifiedAt)}</dd></div></dl>");
    }

    private static Html Id(string? id) => id is null ? Components.Muted("none") : VisibleText.Of(id);

    private Html Attributes(StoredProfile profile, int page)
    {
        if (profile.Attributes.Count == 0)
        {
            return Components.Nothing(
                "No attribute yet",
                Html.Of($"<p>An update with this key sets the first one.</p>")
            );
        }

        var table = new Table("Attributes", "Name", "Value", "Set at", "Set by");
        IEnumerable<KeyValuePair<string, StoredValue>> shown = profile
            .Attributes.OrderBy(attribute => attribute.Key, StringComparer.Ordinal)
            .Skip((page - 1) * Paging.PageSize)
            .Take(Paging.PageSize);
        foreach ((string name, StoredValue attribute) in shown)
        {
            table.Add(
                name,
                VisibleText.Of(name),
                VisibleText.Folded(attribute.Value),
                state.Timestamps.Of(attribute.ModifiedAt),
                Components.Call(attribute.CallNumber)
            );
        }

        return table.End();
    }
}
