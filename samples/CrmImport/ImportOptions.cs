using System.ComponentModel.DataAnnotations;

namespace CrmImport;

/// <summary>Options in the configuration section <c>Import</c>.</summary>
internal sealed class ImportOptions
{
    /// <summary>Gets or sets the folder of the export and of the spool.</summary>
    [Required]
    public string Folder { get; set; } = "";

    /// <summary>Gets or sets the number of customers to generate if there is no export.</summary>
    [Range(1, 10_000_000)]
    public int Rows { get; set; }

    [Range(1, 500_000)]
    public int RowsPerFile { get; set; }

    /// <summary>Gets or sets the number of customers to verify at the end, or 0 for none.</summary>
    [Range(0, 10_000)]
    public int Verified { get; set; }

    /// <summary>Gets or sets the interval at which the status of a file is polled.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "01:00:00")]
    public TimeSpan StatusInterval { get; set; }
}
