using System.Text;
using System.Text.Json;

namespace DcOps.Collectors.Host.Sites;

/// <summary>Variables and files that a configuration names and only its site has.</summary>
static class SecretsOfTheSite
{
    // As long as the longest that a rule asks for.
    static readonly byte[] StandIn = "\"text:somebody-knows-it\""u8.ToArray();

    /// <summary>The text with a stand-in for each <c>env:NAME</c> and <c>file:PATH</c>; every key keeps its line.</summary>
    public static string Blank(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var blanked = new MemoryStream(utf8.Length + 256);
        var taken = 0;
        try
        {
            var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.String || !IsReference(reader.ValueSpan))
                    continue;

                blanked.Write(utf8, taken, (int)reader.TokenStartIndex - taken);
                blanked.Write(StandIn);
                taken = (int)reader.BytesConsumed;
            }
        }
        catch (JsonException)
        {
            // Whoever reads the text next says where it is broken.
            return text;
        }

        blanked.Write(utf8, taken, utf8.Length - taken);
        return Encoding.UTF8.GetString(blanked.GetBuffer(), 0, (int)blanked.Length);
    }

    static bool IsReference(ReadOnlySpan<byte> value) => value.StartsWith("env:"u8) || value.StartsWith("file:"u8);
}
