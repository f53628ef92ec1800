package api

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

// livez answers GET /livez. That it answers is all it says: restarting this process would cure no dependency, so none is asked.
func livez(c *gin.Context) {
	c.JSON(http.StatusOK, gin.H{"status": "ok"})
}
