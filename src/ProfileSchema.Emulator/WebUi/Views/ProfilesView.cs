using ProfileSchema.Emulator.Profiles;
using ProfileSchema.Emulator.WebUi.Markup;

namespace ProfileSchema.Emulator.WebUi.Views;

/// <summary>The profiles of an account, those that changed last first, and the search among them.</summary>
internal sealed class ProfilesView(ViewState state)
{
    private const string Title = "Profiles";
    private const int ShownAttributes = 4;

    public View Show(ViewRequest request)
    {
        if (state.Choose(request.Account) is not { } account)
        {
            return request.Account is null
                ? new View(Title, Addresses.ProfilesPath, NothingYet("CLIENT-CODE"))
                : View.Missing(Addresses.ProfilesPath, "No such account", "No call has named this account yet.");
        }

        var query = new ProfileQuery(request.Search);
        (FoundProfiles found, int page) = Find(account, query, request.Page);
        Html body = new Filter(Addresses.ProfilesPath)
            .AddAccount(state.Accounts.All, account.ClientCode)
            .AddSearch("Search", "A key, an attribute or a value, or both as tier=gold", request.Search)
            .End();
        body.Add($"<p class=\"count\">{found.Count} {(found.Count == 1 ? "profile" : "profiles")}");
        body.Add($"{(query.IsEmpty ? ", the latest change first" : " found")}</p>");
        if (found.Count == 0)
        {
            body.Add($"{(query.IsEmpty ? NothingYet(account.ClientCode) : NothingFound())}");
        }
        else
        {
            body.Add($"{List(account, found.Profiles)}");
        }

        string Address(int to) => Addresses.Profiles(account.ClientCode, request.Search, to);
        return new View(
            Title,
            Addresses.ProfilesPath,
            body.Add($"{Paging.Links(page, found.Count, "profiles", Address)}")
        );
    }

    /// <summary>A page of what is found; the last one if fewer are found than when the page was asked for first.</summary>
    private static (FoundProfiles Found, int Page) Find(TargetAccount account, ProfileQuery query, int page)
    {
        page = Paging.Clamp(page, int.MaxValue);
        FoundProfiles found = account.Search(query, (page - 1) * Paging.PageSize, Paging.PageSize);
        int last = Paging.Clamp(page, found.Count);
        return last == page
            ? (found, page)
            : (account.Search(query, (last - 1) * Paging.PageSize, Paging.PageSize), last);
    }

    private static Html NothingYet(string clientCode) =>
        Components.Nothing(
            "No profile yet",
            Html.Of(
                $"""
                <p>Send a batch to <code>/m2/{clientCode}/v2/profile/batchUpdate</code>: it makes the profiles that it names.
                Single updates and v1 batches only change profiles that exist.</p>
                """
            )
        );

    private static Html NothingFound() =>
        Components.Nothing(
            "Nothing found",
            Html.Of($"<p>Try a part of the key or the value. A batch that waits has not set anything yet.</p>")
        );

    private Html List(TargetAccount account, IReadOnlyList<StoredProfile> profiles)
    {
        var table = new Table("Profiles", "Customer’s id", "Attributes", "Last change", "Target’s id");
        foreach (StoredProfile profile in profiles)
        {
            string address = Addresses.Profile(account.ClientCode, profile.PcId);
            table.Add(
                profile.PcId,
                Components.Link(address, VisibleText.Preview(profile.ThirdPartyId ?? profile.PcId)),
                Attributes(profile),
                state.Timestamps.Of(profile.ModifiedAt),
                VisibleText.Preview(profile.PcId)
            );
        }

        return table.End();
    }

    private static Html Attributes(StoredProfile profile)
    {
        var html = new Html();
        foreach ((string name, StoredValue attribute) in profile.Attributes.Take(ShownAttributes))
        {
            html.Add($"{Components.Pair(VisibleText.Preview(name, 30), VisibleText.Preview(attribute.Value, 30))}");
        }

        return html.Add($"{Components.More(profile.Attributes.Count - ShownAttributes)}");
    }
}
