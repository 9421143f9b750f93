using System.Buffers;
using System.Text.Json;

namespace ProfileSchema.Emulator.Replies;

/// <summary>Writes the service's JSON replies.</summary>
internal static class JsonResponse
{
    public static Reply Write(int status, Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        return new Reply(status, "application/json;charset=UTF-8", buffer.WrittenMemory);
    }

    /// <summary>What went wrong, in the form that is documented for a fetch (FETCH-2).</summary>
    public static Reply Problem(int status, string message) =>
        Write(
            status,
            json =>
            {
                json.WriteNumber("status", status);
                json.WriteString("message", message);
            }
        );
}
